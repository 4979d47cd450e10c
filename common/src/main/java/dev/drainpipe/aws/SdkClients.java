package dev.drainpipe.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * Builds the SDK's clients from an environment that is handed in, by the SDK's own variable names: {@code AWS_REGION},
 * {@code AWS_ENDPOINT_URL}, {@code AWS_ACCESS_KEY_ID} and its companions, {@code AWS_MAX_ATTEMPTS}.
 *
 * <p>What the environment does not say is left to the SDK's defaults. So Lambda with SnapStart, which hands out no
 * keys in the environment, gets the default chain of credentials. Profile files are not read: they are for people's
 * machines, where they would decide behind our back.
 */
public final class SdkClients {
    /** The SDK's standard: the first attempt and two more; the next look is the retry beyond that. */
    private static final int ATTEMPTS = 3;

    private final Map<String, String> environment;
    private final SdkHttpClient http;

    public SdkClients(Map<String, String> environment, SdkHttpClient http) {
        this.environment = Map.copyOf(environment);
        this.http = http;
    }

    /** Finishes a client. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(B builder) {
        builder.httpClient(http);
        builder.overrideConfiguration(configuration -> configuration
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts())
                        .build())
                .defaultProfileFile(ProfileFile.aggregator().build()));
        value("AWS_REGION").map(Region::of).ifPresent(builder::region);
        value("AWS_ENDPOINT_URL").map(URI::create).ifPresent(builder::endpointOverride);
        value("AWS_ACCESS_KEY_ID")
                .map(this::credentials)
                .map(StaticCredentialsProvider::create)
                .ifPresent(builder::credentialsProvider);
        return builder.build();
    }

    private int attempts() {
        return value("AWS_MAX_ATTEMPTS").map(Integer::valueOf).orElse(ATTEMPTS);
    }

    private AwsCredentials credentials(String accessKeyId) {
        String secret = value("AWS_SECRET_ACCESS_KEY").orElse("");
        return value("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(accessKeyId, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(accessKeyId, secret));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
