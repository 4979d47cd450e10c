package dev.drainpipe.simulator.wire;

/** The services that the simulator plays, with what tells them apart on the wire. */
public enum ServiceId {
    SQS(Protocol.JSON_1_0, "sqs", "AmazonSQS", "2012-11-05", "software.amazon.awssdk.services.sqs.model"),
    ECS(
            Protocol.JSON_1_1,
            "ecs",
            "AmazonEC2ContainerServiceV20141113",
            "2014-11-13",
            "software.amazon.awssdk.services.ecs.model"),
    CLASSIC_ELB(
            Protocol.QUERY,
            "elasticloadbalancing",
            "",
            "2012-06-01",
            "software.amazon.awssdk.services.elasticloadbalancing.model"),
    ELBV2(
            Protocol.QUERY,
            "elasticloadbalancing",
            "",
            "2015-12-01",
            "software.amazon.awssdk.services.elasticloadbalancingv2.model"),
    AUTO_SCALING(Protocol.QUERY, "autoscaling", "", "2011-01-01", "software.amazon.awssdk.services.autoscaling.model"),
    APPLICATION_AUTO_SCALING(
            Protocol.JSON_1_1,
            "application-autoscaling",
            "AnyScaleFrontendService",
            "2016-02-06",
            "software.amazon.awssdk.services.applicationautoscaling.model");

    /** How requests and answers are written. */
    public enum Protocol {
        JSON_1_0,
        JSON_1_1,
        QUERY
    }

    private final Protocol protocol;
    private final String signingName;
    private final String targetPrefix;
    private final String version;
    private final String modelPackage;

    ServiceId(Protocol protocol, String signingName, String targetPrefix, String version, String modelPackage) {
        this.protocol = protocol;
        this.signingName = signingName;
        this.targetPrefix = targetPrefix;
        this.version = version;
        this.modelPackage = modelPackage;
    }

    public Protocol protocol() {
        return protocol;
    }

    /** The service's name in a SigV4 credential scope; both generations of ELB share one. */
    public String signingName() {
        return signingName;
    }

    /** What stands before the dot in {@code X-Amz-Target}; empty for the Query services. */
    public String targetPrefix() {
        return targetPrefix;
    }

    /** The API version, which for Query also tells the two generations of ELB apart. */
    public String version() {
        return version;
    }

    /** The SDK's package of request and response classes. */
    public String modelPackage() {
        return modelPackage;
    }
}
