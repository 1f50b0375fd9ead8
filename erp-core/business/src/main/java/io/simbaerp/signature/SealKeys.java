package io.simbaerp.signature;

import io.simbaerp.architecture.MasterKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of seal and timestamps in {@code <data>/seal/}, each made when it is first needed. They are encrypted with the
 * master key: a file alone, out of a copy of the folder or a disk, seals nothing.
 */
@Component
class SealKeys {

    /** As certificates write it until 2049 (RFC 5280). */
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What a key is for; its certificate says so, and readers refuse one made for something else. */
    enum Purpose {
        SEAL(
                "seal",
                new ExtensionOf(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))),
        TIMESTAMP(
                "timestamps",
                new ExtensionOf(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)));

        private final String word;
        private final ExtensionOf extension;

        Purpose(String word, ExtensionOf extension) {
            this.word = word;
            this.extension = extension;
        }

        String context() {
            return word + "-key";
        }
    }

    private record ExtensionOf(ASN1ObjectIdentifier id, ASN1Encodable value) {}

    private static final String ALIAS = "seal";
    private static final char[] NO_PASSWORD = new char[0];
    private static final Duration YEARS = Duration.ofDays(10 * 365L);

    private final Path folder;
    private final MasterKey masterKey;
    private final Clock clock;
    private final Map<Purpose, SealKey> known = new EnumMap<>(Purpose.class);

    SealKeys(@Value("${simba.data}") Path data, MasterKey masterKey, Clock clock) {
        this.folder = data.toAbsolutePath().resolve("seal");
        this.masterKey = masterKey;
        this.clock = clock;
    }

    SealKey get() {
        return get(Purpose.SEAL);
    }

    synchronized SealKey get(Purpose purpose) {
        return known.computeIfAbsent(purpose, this::read);
    }

    private SealKey read(Purpose purpose) {
        try {
            return kept(purpose);
        } catch (IOException e) {
            throw new UncheckedIOException("The key of " + purpose.word + " in " + folder + " can't be used", e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The key of " + purpose.word + " in " + folder + " can't be used", e);
        }
    }

    /** Nodes that share the folder wait for the one that makes the key. */
    private SealKey kept(Purpose purpose) throws IOException, GeneralSecurityException, OperatorCreationException {
        Files.createDirectories(folder);
        Path file = folder.resolve(purpose.word + ".key");
        Path plain = folder.resolve(purpose.word + ".p12");
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!Files.exists(file)) {
                write(
                        file,
                        masterKey.wrap(
                                Files.exists(plain) ? Files.readAllBytes(plain) : made(purpose), purpose.context()));
            }
            // As it was kept before keys were encrypted.
            Files.deleteIfExists(plain);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(masterKey.unwrap(Files.readAllBytes(file), purpose.context())), NO_PASSWORD);
        return new SealKey(
                (PrivateKey) store.getKey(ALIAS, NO_PASSWORD), (X509Certificate) store.getCertificate(ALIAS));
    }

    private byte[] made(Purpose purpose) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        // Nobody vouches for a key that made itself: whoever reads the certificate is told.
        X500Name name = new X500Name("CN=Simba ERP demo " + purpose.word + ", O=" + SealKey.DEMO);
        Instant now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(127, new SecureRandom()).setBit(126),
                time(now.minus(Duration.ofDays(1))),
                time(now.plus(YEARS)),
                name,
                pair.getPublic());
        builder.addExtension(purpose.extension.id(), true, purpose.extension.value());
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry(ALIAS, pair.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, NO_PASSWORD);
        return bytes.toByteArray();
    }

    static Time time(Instant instant) {
        return new Time(new DERUTCTime(UTC_TIME.format(instant)));
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
