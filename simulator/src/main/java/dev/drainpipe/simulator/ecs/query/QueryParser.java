package dev.drainpipe.simulator.ecs.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads an expression: {@code or} binds least, then {@code and}, then {@code not}; parentheses bind most. */
final class QueryParser {
    private final QueryScanner scanner;

    QueryParser(QueryScanner scanner) {
        this.scanner = scanner;
    }

    Predicate<Queryable> parse() {
        Predicate<Queryable> expression = disjunction();
        if (!scanner.atEnd()) {
            throw scanner.wrong("end of the expression expected");
        }
        return expression;
    }

    private Predicate<Queryable> disjunction() {
        Predicate<Queryable> expression = conjunction();
        while (scanner.takeSign("||") || scanner.takeWord("or")) {
            expression = expression.or(conjunction());
        }
        return expression;
    }

    private Predicate<Queryable> conjunction() {
        Predicate<Queryable> expression = negation();
        while (scanner.takeSign("&&") || scanner.takeWord("and")) {
            expression = expression.and(negation());
        }
        return expression;
    }

    private Predicate<Queryable> negation() {
        if (scanner.takeSign("!") || scanner.takeWord("not")) {
            return negation().negate();
        }
        if (scanner.takeSign("(")) {
            Predicate<Queryable> inner = disjunction();
            if (!scanner.takeSign(")")) {
                throw scanner.wrong("')' expected");
            }
            return inner;
        }
        return comparison();
    }

    private Predicate<Queryable> comparison() {
        String name = scanner.take("a subject", QueryParser::inSubject);
        Subject subject = Subject.of(name).orElseThrow(() -> scanner.wrong("no such subject: " + name));
        Operator operator = operator();
        if (!subject.allows(operator)) {
            throw scanner.wrong("%s cannot be compared with %s".formatted(name, operator.sign()));
        }
        List<String> arguments = arguments(operator);
        Predicate<List<String>> test = operator.test(subject, arguments, scanner::wrong);
        return candidate -> test.test(candidate.values(name));
    }

    private Operator operator() {
        for (Operator operator : Operator.values()) {
            if (operator.symbolic() ? scanner.takeSign(operator.sign()) : scanner.takeWord(operator.sign())) {
                return operator;
            }
            if (scanner.takeWord(operator.word())) {
                return operator;
            }
        }
        throw scanner.wrong("an operator expected");
    }

    private List<String> arguments(Operator operator) {
        return switch (operator.takes()) {
            case NOTHING -> List.of();
            case VALUE -> List.of(scanner.takeValue("a value", QueryParser::inValue));
            case PATTERN -> List.of(scanner.takeValue("a pattern", QueryParser::inPattern));
            case LIST -> list();
        };
    }

    private List<String> list() {
        if (!scanner.takeSign("[")) {
            throw scanner.wrong("'[' expected");
        }
        List<String> values = new ArrayList<>();
        do {
            values.add(scanner.takeValue("a value", QueryParser::inValue));
        } while (scanner.takeSign(","));
        if (!scanner.takeSign("]")) {
            throw scanner.wrong("']' expected");
        }
        return values;
    }

    private static boolean inSubject(int c) {
        return !Character.isWhitespace(c) && "()[],'\"=!<>&|".indexOf(c) < 0;
    }

    private static boolean inValue(int c) {
        return !Character.isWhitespace(c) && "()[],&|".indexOf(c) < 0;
    }

    /** A pattern may hold brackets and commas; parentheses it may not, says AWS, unless it is quoted. */
    private static boolean inPattern(int c) {
        return !Character.isWhitespace(c) && "()".indexOf(c) < 0;
    }
}
