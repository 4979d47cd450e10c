package dev.drainpipe.simulator.sqs;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The MD5 digests by which SQS and its clients check each other. */
final class MessageMd5 {
    /** How an attribute's value travels; part of what is digested. */
    private static final int AS_TEXT = 1;

    private static final int AS_BYTES = 2;

    private MessageMd5() {}

    /** The digest of a body, in lower-case hexadecimal. */
    static String ofBody(String body) {
        return md5(body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The digest of message attributes, or empty if there are none (Amazon SQS Developer Guide, "Calculating the MD5
     * message digest for message attributes").
     */
    static Optional<String> ofAttributes(Map<String, MessageAttributeValue> attributes) {
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream digested = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(digested);
        try {
            for (Map.Entry<String, MessageAttributeValue> attribute : new TreeMap<>(attributes).entrySet()) {
                write(out, attribute.getKey().getBytes(StandardCharsets.UTF_8));
                write(out, attribute.getValue().dataType().getBytes(StandardCharsets.UTF_8));
                writeValue(out, attribute.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(md5(digested.toByteArray()));
    }

    private static void writeValue(DataOutputStream out, MessageAttributeValue value) throws IOException {
        boolean binary = value.binaryValue() != null;
        out.writeByte(binary ? AS_BYTES : AS_TEXT);
        write(
                out,
                binary ? value.binaryValue().asByteArray() : value.stringValue().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5.", e);
        }
    }
}
