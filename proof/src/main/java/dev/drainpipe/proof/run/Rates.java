package dev.drainpipe.proof.run;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.fault.ApiRates;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Gate;
import dev.drainpipe.simulator.wire.ServiceId;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** The documented rates of an account, of which somebody else uses up the greater part, while a trouble says so. */
final class Rates implements Gate {
    /** How many calls of somebody else come before each of ours. */
    private static final int OF_OTHERS = 12;

    private static final int AUTO_SCALING_BUCKET = 100;
    private static final double AUTO_SCALING_PER_SECOND = 10;

    private final ApiRates rates;
    private int active;

    Rates(SimulatedAws aws) {
        this.rates = ApiRates.documented(aws.world()).withAutoScaling(AUTO_SCALING_BUCKET, AUTO_SCALING_PER_SECOND);
        aws.dispatcher().add(this);
    }

    void begin() {
        active++;
    }

    void end() {
        active--;
    }

    @Override
    public Optional<AwsError> refuse(String caller, ServiceId service, String operation, SdkPojo request) {
        if (active == 0 || caller.equals(Operator.NAME)) {
            return Optional.empty();
        }
        for (int i = 0; i < OF_OTHERS; i++) {
            var unused = rates.refuse("somebody else", service, operation, request);
        }
        return rates.refuse(caller, service, operation, request);
    }
}
