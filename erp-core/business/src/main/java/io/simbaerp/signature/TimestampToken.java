package io.simbaerp.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** A timestamp token (RFC 3161) whose signature fits the certificate that came with it. Whose that is, is another question. */
public final class TimestampToken {

    private final TimeStampToken token;
    private final X509CertificateHolder certificate;

    private TimestampToken(TimeStampToken token, X509CertificateHolder certificate) {
        this.token = token;
        this.certificate = certificate;
    }

    /**
     * Reads a token.
     *
     * @param der the token with its certificate in it
     * @return nothing if it is no token, or its signature doesn't fit its certificate
     */
    public static Optional<TimestampToken> read(byte[] der) {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(der));
            Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            X509CertificateHolder certificate = found.iterator().next();
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return Optional.of(new TimestampToken(token, certificate));
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | TSPException | IOException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // What isn't ASN.1 of the right shape, the library tells by whatever broke first.
            return Optional.empty();
        }
    }

    /** Whether this is what was stamped. */
    public boolean isOver(byte[] sha256) {
        return MessageDigest.isEqual(token.getTimeStampInfo().getMessageImprintDigest(), sha256);
    }

    /** When it was stamped, as the authority says. */
    public Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** SHA-256 of the authority's certificate in hexadecimal digits: to be compared with what the authority publishes. */
    public String fingerprint() {
        try {
            return fingerprint(certificate.getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificate of a timestamp can't be hashed", e);
        }
    }

    boolean isBy(X509Certificate authority) {
        try {
            return fingerprint().equals(fingerprint(authority.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authority's certificate can't be hashed", e);
        }
    }

    private static String fingerprint(byte[] der) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    }
}
