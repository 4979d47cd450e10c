package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.world.Account;
import java.util.LinkedHashMap;
import java.util.Map;

/** CloudFormation's pseudo parameters (AWS CloudFormation User Guide, "Pseudo parameters reference"). */
final class Pseudo {
    private Pseudo() {}

    /** The given values, with the pseudo parameters beside them. */
    static Map<String, Object> parameters(Map<String, Object> given, Account account) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        values.put("AWS::Partition", account.partition());
        values.put("AWS::Region", account.region());
        values.put("AWS::AccountId", account.id());
        values.put("AWS::StackName", "drainpipe");
        values.put("AWS::URLSuffix", "amazonaws.com");
        return values;
    }
}
