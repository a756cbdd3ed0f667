import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xades.tsl.AbstractTrustedListSignatureParametersBuilder;
import eu.europa.esig.dss.xades.tsl.TrustedListV5SignatureParametersBuilder;
import eu.europa.esig.dss.xades.tsl.TrustedListV6SignatureParametersBuilder;
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
 * Signs trusted lists as the EU reference implementation does.
 *
 * Reads lines `LIST.xml<tab>CERTIFICATE.der<tab>KEY.pkcs8<tab>5|6<tab>OUT.xml[<tab>CANONICALISATION]` from standard input; all files are those of tests.
 */
public class SignTrustedList {
    public static void main(String[] args) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            String[] parts = line.split("\t");
            X509Certificate certificate;
            try (FileInputStream stream = new FileInputStream(parts[1])) {
                certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
            }
            PKCS8EncodedKeySpec bytes = new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(parts[2])));
            PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm()).generatePrivate(bytes);
            DSSDocument list = new FileDocument(parts[0]);
            CertificateToken token = new CertificateToken(certificate);
            AbstractTrustedListSignatureParametersBuilder builder = parts[3].equals("6")
                ? new TrustedListV6SignatureParametersBuilder(token, list)
                : new TrustedListV5SignatureParametersBuilder(token, list);
            XAdESSignatureParameters parameters = builder.build();
            if (parts.length > 5) {
                parameters.setSignedInfoCanonicalizationMethod(parts[5]);
                parameters.setSignedPropertiesCanonicalizationMethod(parts[5]);
            }
            XAdESService service = new XAdESService(new CommonCertificateVerifier());
            Signature engine = Signature.getInstance(parameters.getSignatureAlgorithm().getJCEId());
            engine.initSign(key);
            engine.update(service.getDataToSign(list, parameters).getBytes());
            SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), engine.sign());
            service.signDocument(list, parameters, value).save(parts[4]);
        }
    }
}
