import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Makes detached CAdES signatures of all baseline levels as the EU reference implementation does, and extends them.
 *
 * Reads lines `CONTENT<tab>ROOT.der<tab>CERTIFICATE.der<tab>KEY.pkcs8<tab>B|T|LT|LTA<tab>TSA-URL<tab>OUT[<tab>again]` from standard input, prints
 * `ok` or the error for each; `again` adds one more archive timestamp.
 */
public class SignDetached {
    public static void main(String[] args) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            try {
                make(line.split("\t"));
                System.out.println("{\"ok\":true}");
            } catch (Throwable error) {
                System.out.println("{\"ok\":false,\"error\":\"" + String.valueOf(error).replaceAll("[\\x00-\\x1f\"\\\\]", " ") + "\"}");
            }
        }
    }

    static X509Certificate read(String path) throws Exception {
        try (FileInputStream stream = new FileInputStream(path)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        }
    }

    static void make(String[] parts) throws Exception {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(read(parts[1])));
        X509Certificate certificate = read(parts[2]);
        PKCS8EncodedKeySpec bytes = new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(parts[3])));
        PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm()).generatePrivate(bytes);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.addTrustedCertSources(anchors);
        CommonsDataLoader loader = new CommonsDataLoader();
        verifier.setOcspSource(new OnlineOCSPSource(new OCSPDataLoader()));
        verifier.setCrlSource(new OnlineCRLSource(loader));
        verifier.setAIASource(new DefaultAIASource(loader));
        CAdESService service = new CAdESService(verifier);
        service.setTspSource(new OnlineTSPSource(parts[5], new TimestampDataLoader()));
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.valueOf("CAdES_BASELINE_" + parts[4]));
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(certificate));
        DSSDocument content = new FileDocument(parts[0]);
        Signature engine = Signature.getInstance(parameters.getSignatureAlgorithm().getJCEId());
        engine.initSign(key);
        engine.update(service.getDataToSign(content, parameters).getBytes());
        DSSDocument signed = service.signDocument(content, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), engine.sign()));
        if (parts.length > 7) {
            parameters.setDetachedContents(java.util.List.of(content));
            signed = service.extendDocument(signed, parameters);
        }
        signed.save(parts[6]);
    }
}
