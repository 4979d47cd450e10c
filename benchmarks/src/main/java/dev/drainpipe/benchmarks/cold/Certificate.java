package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for localhost, made for one run, and stores of trust that hold it among all the authorities of the JDK, since
 * their number is part of what a first connection costs.
 *
 * @param folder where its files are
 */
record Certificate(Path folder) {
    private static final String PASSWORD = "changeit";

    /** Makes one in an empty folder. */
    static Certificate make(Path folder) throws IOException, InterruptedException {
        Certificate certificate = new Certificate(folder);
        certificate.writeKey();
        certificate.writeTrustStore();
        certificate.writeBundle();
        return certificate;
    }

    private void writeKey() throws IOException, InterruptedException {
        String names = "san=dns:localhost,ip:127.0.0.1";
        String uses = "ku=digitalSignature,keyCertSign";
        String file = key().toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-validity",
                "30",
                "-keystore",
                file,
                "-ext",
                names,
                "-ext",
                uses,
                "-ext",
                "bc=ca:true");
        keytool("-exportcert", "-rfc", "-file", pem().toString(), "-keystore", file);
    }

    private void writeTrustStore() throws IOException, InterruptedException {
        Path authorities = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        Files.copy(authorities, trustStore(), StandardCopyOption.REPLACE_EXISTING);
        keytool(
                "-importcert",
                "-noprompt",
                "-file",
                pem().toString(),
                "-keystore",
                trustStore().toString());
    }

    private Path key() {
        return folder.resolve("localhost.p12");
    }

    private Path pem() {
        return folder.resolve("localhost.pem");
    }

    /** For Java. */
    Path trustStore() {
        return folder.resolve("trust");
    }

    /** For everybody else; the same authorities. */
    Path bundle() {
        return folder.resolve("trust.pem");
    }

    /** What a server of localhost needs. */
    SSLContext context() throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(key()), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS with " + key(), e);
        }
    }

    private void writeBundle() throws IOException {
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        StringBuilder bundle = new StringBuilder();
        try {
            KeyStore trust = store(trustStore());
            for (String alias : Collections.list(trust.aliases())) {
                String text = base64.encodeToString(trust.getCertificate(alias).getEncoded());
                bundle.append("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(text));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read " + trustStore(), e);
        }
        Files.writeString(bundle(), bundle);
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "localhost", "-storepass", PASSWORD));
        Commands.run(folder, command);
    }
}
