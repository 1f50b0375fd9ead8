package io.simbaerp.signature;

import io.simbaerp.audit.integrity.TimestampAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.stereotype.Component;

/**
 * Timestamps (RFC 3161) by a key of this installation: they prove the order of things to whoever trusts its clock and its
 * key, and no more.
 */
@Component
class OwnTimestampAuthority implements TimestampAuthority {

    /** Of our own (ITU-T X.667): what is stamped is a block of the integrity log. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.164218493307105829046237193562884310975");

    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SealKeys keys;
    private final Clock clock;

    OwnTimestampAuthority(SealKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return keys.get(SealKeys.Purpose.TIMESTAMP).name();
    }

    @Override
    public byte[] stamp(byte[] sha256) {
        SealKey key = keys.get(SealKeys.Purpose.TIMESTAMP);
        try {
            TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key.key(), key.certificate()),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    POLICY);
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            TimeStampRequestGenerator request = new TimeStampRequestGenerator();
            request.setCertReq(true);
            return generator
                    .generate(
                            request.generate(TSPAlgorithms.SHA256, sha256),
                            new BigInteger(127, new SecureRandom()),
                            new DERGeneralizedTime(GENERALIZED.format(clock.instant())).getDate())
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException | IOException | ParseException e) {
            throw new IllegalStateException("The timestamp can't be made", e);
        }
    }

    @Override
    public Optional<Instant> check(byte[] token, byte[] sha256) {
        return TimestampToken.read(token)
                .filter(read -> read.isOver(sha256))
                .filter(read -> read.isBy(keys.get(SealKeys.Purpose.TIMESTAMP).certificate()))
                .map(TimestampToken::at);
    }
}
