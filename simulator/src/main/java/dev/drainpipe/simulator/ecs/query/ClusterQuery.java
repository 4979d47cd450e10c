package dev.drainpipe.simulator.ecs.query;

import java.util.function.Predicate;

/**
 * An expression of the cluster query language (Amazon ECS Developer Guide, "Create expressions to define container
 * instances for Amazon ECS tasks").
 */
public final class ClusterQuery {
    private final Predicate<Queryable> expression;

    private ClusterQuery(Predicate<Queryable> expression) {
        this.expression = expression;
    }

    /**
     * Reads an expression.
     *
     * @throws InvalidQuery if it is none
     */
    public static ClusterQuery parse(String text) {
        return new ClusterQuery(new QueryParser(new QueryScanner(text)).parse());
    }

    /** Whether the expression is true of this. */
    public boolean matches(Queryable candidate) {
        return expression.test(candidate);
    }
}
