package io.simbaerp.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.MasterKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-16T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    @Test
    void theKeyIsKeptEncryptedAndReadByItsOwnerAlone() throws Exception {
        SealKey made = keys("keys").get();
        Path file = data.resolve("seal/seal.key");

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(made.key().getEncoded(), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> KeyStore.getInstance("PKCS12")
                        .load(new ByteArrayInputStream(Files.readAllBytes(file)), new char[0]))
                .isInstanceOf(IOException.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys("keys").get()).as("read again").isEqualTo(made);
    }

    @Test
    void anotherMasterKeyOpensNothing() {
        keys("keys").get();
        assertThatThrownBy(() -> keys("other-keys").get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        keys("keys").get();
        Path file = data.resolve("seal/seal.key");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> keys("keys").get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyKeptPlainBeforeIsEncryptedAndSealsOn() throws Exception {
        SealKey old = keys("keys").get();
        Files.delete(data.resolve("seal/seal.key"));
        Files.write(data.resolve("seal/seal.p12"), plain(old));

        SealKey taken = keys("keys").get();

        assertThat(taken).isEqualTo(old);
        assertThat(data.resolve("seal/seal.p12")).doesNotExist();
        assertThat(data.resolve("seal/seal.key")).exists();
    }

    @Test
    void aKeyTheInstallationMadeForItselfSaysThatItIsADemos() {
        SealKey made = keys("keys").get();

        assertThat(made.certificate().getSubjectX500Principal().getName())
                .contains("CN=Simba ERP demo seal", "O=Demo: not for real use");
        assertThat(made.demo()).isTrue();
        assertThat(keys("keys").get(SealKeys.Purpose.TIMESTAMP).demo()).isTrue();
    }

    @Test
    void aKeyTheOperatorBroughtIsUsedAndIsNoDemos() throws Exception {
        SealKey brought = certified("CN=Korabia Handel, O=Korabia Handel Sp. z o.o.");
        Files.createDirectories(data.resolve("seal"));
        Files.write(data.resolve("seal/seal.p12"), plain(brought));

        SealKey used = keys("keys").get();

        assertThat(used).isEqualTo(brought);
        assertThat(used.demo()).isFalse();
        assertThat(used.name()).isEqualTo("Korabia Handel");
    }

    private static SealKey certified(String subject) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name(subject);
        return new SealKey(
                pair.getPrivate(),
                new JcaX509CertificateConverter()
                        .getCertificate(new X509v3CertificateBuilder(
                                        new X500Name("CN=Some authority"),
                                        BigInteger.ONE,
                                        SealKeys.time(CLOCK.instant()),
                                        SealKeys.time(CLOCK.instant().plusSeconds(3600)),
                                        name,
                                        SubjectPublicKeyInfo.getInstance(
                                                pair.getPublic().getEncoded()))
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))));
    }

    private SealKeys keys(String folder) {
        return new SealKeys(data, new MasterKey(data.resolve(folder)), CLOCK);
    }

    private static byte[] plain(SealKey key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        store.setKeyEntry("seal", key.key(), new char[0], new Certificate[] {key.certificate()});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, new char[0]);
        return bytes.toByteArray();
    }
}
