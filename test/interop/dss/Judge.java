import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The EU reference validator as a judge of our tests.
 *
 * Reads lines `FILE<tab>TRUST.pem[<tab>online|offline[<tab>CONTENT]]` from standard input, writes one line of JSON for each to standard output.
 */
public class Judge {
    public static void main(String[] args) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            String[] parts = line.split("\t");
            try {
                System.out.println(judge(parts[0], parts[1], parts.length > 2 && parts[2].equals("online"), parts.length > 3 ? parts[3] : null));
            } catch (Throwable error) {
                System.out.println("{\"file\":" + quote(parts[0]) + ",\"error\":" + quote(String.valueOf(error)) + "}");
            }
            System.out.flush();
        }
    }

    static String judge(String file, String trust, boolean online, String content) throws Exception {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (FileInputStream stream = new FileInputStream(trust)) {
            for (Certificate certificate : factory.generateCertificates(stream)) {
                anchors.addCertificate(new CertificateToken((X509Certificate) certificate));
            }
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.addTrustedCertSources(anchors);
        if (online) {
            OCSPDataLoader ocspLoader = new OCSPDataLoader();
            CommonsDataLoader loader = new CommonsDataLoader();
            verifier.setOcspSource(new OnlineOCSPSource(ocspLoader));
            verifier.setCrlSource(new OnlineCRLSource(loader));
            verifier.setAIASource(new DefaultAIASource(loader));
        }
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(new File(file)));
        validator.setCertificateVerifier(verifier);
        if (content != null) validator.setDetachedContents(List.of(new FileDocument(new File(content))));
        SimpleReport report = validator.validateDocument().getSimpleReport();
        StringBuilder rows = new StringBuilder();
        for (String id : report.getSignatureIdList()) {
            if (rows.length() > 0) rows.append(',');
            rows.append("{\"format\":").append(quote(String.valueOf(report.getSignatureFormat(id))))
                .append(",\"indication\":").append(quote(String.valueOf(report.getIndication(id))))
                .append(",\"subIndication\":").append(report.getSubIndication(id) == null ? "null" : quote(report.getSubIndication(id).name()))
                .append(",\"errors\":").append(list(report.getAdESValidationErrors(id)))
                .append(",\"warnings\":").append(list(report.getAdESValidationWarnings(id)))
                .append('}');
        }
        return "{\"file\":" + quote(file) + ",\"signatures\":[" + rows + "]}";
    }

    static String list(List<Message> messages) {
        StringBuilder text = new StringBuilder("[");
        for (Message message : messages) {
            if (text.length() > 1) text.append(',');
            text.append(quote(message.getKey() + ": " + message.getValue()));
        }
        return text.append(']').toString();
    }

    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\x00-\\x1f]", " ") + "\"";
    }
}
