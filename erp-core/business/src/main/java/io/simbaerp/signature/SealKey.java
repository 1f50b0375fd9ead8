package io.simbaerp.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The key a seal is made with and its certificate. */
record SealKey(PrivateKey key, X509Certificate certificate) {

    /** All keys are made on this curve. The multiples of its base point are computed once, not for every seal. */
    private static final ECDomainParameters CURVE = new ECNamedDomainParameters(
            SECObjectIdentifiers.secp256r1, CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));

    private static final AlgorithmIdentifier SHA256_WITH_ECDSA =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    /** The organisation in the certificate of a key an installation made for itself. */
    static final String DEMO = "Demo: not for real use";

    /** The name in the certificate. */
    String name() {
        return stated(BCStyle.CN);
    }

    /** Whether the certificate says that nobody vouches for it. */
    boolean demo() {
        return stated(BCStyle.O).equals(DEMO);
    }

    private String stated(ASN1ObjectIdentifier what) {
        try {
            RDN[] found = new JcaX509CertificateHolder(certificate).getSubject().getRDNs(what);
            return found.length == 0 ? "" : found[0].getFirst().getValue().toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The seal's certificate can't be read", e);
        }
    }

    /**
     * A detached signature over the content as CAdES wants it: with the signing certificate's hash among the signed
     * attributes and without a signing time, which the PDF states itself.
     */
    byte[] sign(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer());
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | CMSException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("The seal can't be made", e);
        }
    }

    private SignerInfoGenerator signer() throws GeneralSecurityException, OperatorCreationException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        Attribute signingCertificate = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
        return new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(
                        new DefaultSignedAttributeTableGenerator(new AttributeTable(signingCertificate)) {
                            @Override
                            @SuppressWarnings("rawtypes")
                            public AttributeTable getAttributes(Map parameters) {
                                return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
                            }
                        })
                .build(
                        new BcECContentSignerBuilder(SHA256_WITH_ECDSA, SHA256).build(parameters()),
                        new JcaX509CertificateHolder(certificate));
    }

    private ECPrivateKeyParameters parameters() {
        ECPrivateKey ours = (ECPrivateKey) key;
        if (!ours.getParams().getOrder().equals(CURVE.getN())) {
            throw new IllegalStateException("The seal's key is on another curve than P-256");
        }
        return new ECPrivateKeyParameters(ours.getS(), CURVE);
    }
}
