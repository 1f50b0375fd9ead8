package io.simbaerp.packaged;

import io.simbaerp.testing.Corpus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made to hang, to fill the memory, to fetch or to overwrite something: one of each kind known. */
public final class HostileFiles {

    private static final int MB = 1024 * 1024;

    private HostileFiles() {}

    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        families().values().forEach(files::putAll);
        return files;
    }

    /** The same by what they pretend to be. */
    public static Map<String, Map<String, byte[]>> families() {
        Map<String, Map<String, byte[]>> families = new LinkedHashMap<>();
        xml(families.computeIfAbsent("xml", name -> new LinkedHashMap<>()));
        containers(families.computeIfAbsent("containers", name -> new LinkedHashMap<>()));
        pdfs(families.computeIfAbsent("pdfs", name -> new LinkedHashMap<>()));
        others(families.computeIfAbsent("others", name -> new LinkedHashMap<>()));
        ofTables().forEach((name, content) -> families.computeIfAbsent(
                        name.startsWith("saft") ? "books" : name.substring(name.lastIndexOf('.') + 1),
                        family -> new LinkedHashMap<>())
                .put(name, content));
        return families;
    }

    /** What pretends to be a table of entries, a chart, books of others, or a model. */
    private static Map<String, byte[]> ofTables() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String saft = "<AuditFile xmlns=\"urn:OECD:StandardAuditFile-Tax:PL\">";
        files.put("saft-deep.xml", utf8(saft + "<Transaction>".repeat(200_000)));
        files.put("saft-wide.xml", utf8(saft + "<Account><AccountID>1</AccountID></Account>".repeat(500_000)));
        files.put("saft-partners.xml", utf8(saft + partners() + "</AuditFile>"));
        files.put("saft-number.xml", utf8(saft + "<TotalDebit>1E999999999</TotalDebit></AuditFile>"));
        files.put("rows.csv", utf8("journal;narration;account;debit;credit\n" + ";\n".repeat(3_000_000)));
        files.put("columns.csv", utf8("journal;narration;account;debit;credit\n" + ";".repeat(5 * MB)));
        files.put("entries.csv", utf8("journal;narration;account;debit;credit;party\n" + entries()));
        files.put("quote.csv", utf8("journal;narration;account;debit;credit\n\"" + "x;\n".repeat(MB)));
        files.put("brackets.json", utf8("[".repeat(2 * MB)));
        files.put("braces.json", utf8("{\"tree\":".repeat(300_000)));
        files.put("sheet-bomb.xlsx", zip("xl/worksheets/sheet1.xml", new byte[200 * MB]));
        files.put("sheet-far.xlsx", sheet("<row r=\"99999\"><c r=\"ZZZZZZ1\"><v>1E999999999</v></c></row>"));
        files.put("sheet-rows.xlsx", sheet("<row><c><v>1</v></c></row>".repeat(200_000)));
        files.put("model-deep.bpmn", utf8(bpmn() + "<subProcess>".repeat(100_000)));
        files.put("model-wide.bpmn", utf8(bpmn() + "<task id=\"a\"/>".repeat(120_000) + "</process></definitions>"));
        return files;
    }

    private static String partners() {
        StringBuilder partners = new StringBuilder("<MasterFiles><Customers>");
        for (int i = 0; i < 20_000; i++) {
            partners.append("<Customer><CompanyID>%d</CompanyID><Name>Nikt %d</Name></Customer>".formatted(i, i));
        }
        return partners + "</Customers></MasterFiles>";
    }

    /** Twenty thousand entries, each of a partner nobody knows. */
    private static String entries() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append("PK;Wpis %d;404-01;1;;Nikt %d\nPK;Wpis %d;840-01;;1;\n".formatted(i, i, i));
        }
        return rows.toString();
    }

    private static byte[] sheet(String rows) {
        return zip("xl/worksheets/sheet1.xml", utf8("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static String bpmn() {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"PaymentRunApproval\">";
    }

    /** Those of the corpus, where it is there. */
    public static Map<String, byte[]> ofCorpus() {
        Optional<Path> folder = Corpus.folder("adversarial", "hostile files of others at every way in");
        if (folder.isEmpty()) {
            return Map.of();
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.walk(folder.get())) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static void xml(Map<String, byte[]> files) {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        files.put("laughs.xml", utf8(laughs + "]><l>&a29;</l>"));
        files.put(
                "external.xml", utf8("<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Invoice>&x;</Invoice>"));
        files.put("fetch.xml", utf8("<!DOCTYPE l SYSTEM \"http://127.0.0.1:9/x.dtd\"><l/>"));
        files.put("deep.xml", utf8("<a>".repeat(200_000) + "</a>".repeat(200_000)));
        files.put("wide.xml", utf8("<a>" + "<b/>".repeat(1_500_000) + "</a>"));
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 60_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        files.put("attributes.xml", utf8(attributes + "/>"));
        files.put("text.xml", utf8("<a>" + "x".repeat(15 * MB) + "</a>"));
        files.put("name.xml", utf8("<" + "n".repeat(5 * MB) + "/>"));
        files.put("cut.xml", utf8("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"><"));
        String ubl = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\""
                + " xmlns:c=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\">";
        files.put("lines.xml", utf8(ubl + "<c:InvoiceLine/>".repeat(200_000) + "</Invoice>"));
    }

    private static void containers(Map<String, byte[]> files) {
        byte[] zeros = new byte[200 * MB];
        files.put("bomb.zip", zip("zeros.xml", zeros));
        files.put("noise.zip", zip("__MACOSX/noise", zeros));
        byte[] nested = zip("a.xml", utf8("<a/>"));
        for (int i = 0; i < 20; i++) {
            nested = zip("inner.zip", nested);
        }
        files.put("nested.zip", nested);
        files.put("outside.zip", zip("../../../../tmp/outside.xml", utf8("<a/>")));
        files.put("many.zip", many());
        files.put("empty.zip", new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        StringBuilder mail = new StringBuilder("From: a@example.org\nSubject: x\nMIME-Version: 1.0\n");
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        files.put("matryoshka.eml", utf8(mail.toString()));
        files.put("heads.eml", utf8("From: a@example.org\nSubject: x\nDate: y\n" + "X: y\n".repeat(2_000_000) + "\n"));
    }

    private static void pdfs(Map<String, byte[]> files) {
        files.put(
                "loop.pdf",
                utf8("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        files.put("brackets.pdf", utf8("%PDF-1.7\n1 0 obj " + "[".repeat(2 * MB)));
        files.put("dictionaries.pdf", utf8("%PDF-1.7\n1 0 obj " + "<</A".repeat(MB)));
        files.put("streams.pdf", utf8("%PDF-1.7\n" + "stream ".repeat(3 * MB)));
        files.put("objects.pdf", utf8("%PDF-1.7\n" + "1 0 obj<</First 1>>stream\n".repeat(500_000)));
        byte[] packed = deflated(new byte[300 * MB]);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(utf8("%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length " + packed.length
                + ">>stream\n"));
        pdf.writeBytes(packed);
        pdf.writeBytes(utf8("\nendstream endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"));
        files.put("bomb.pdf", pdf.toByteArray());
        files.put("numbers.pdf", utf8("%PDF-1.7\n" + "9".repeat(5 * MB)));
    }

    private static void others(Map<String, byte[]> files) {
        Random random = new Random(1);
        for (int i = 0; i < 10; i++) {
            byte[] noise = new byte[10_000 + random.nextInt(MB)];
            random.nextBytes(noise);
            files.put("noise-" + i, noise);
        }
        files.put("program.exe", utf8("MZ\u0090 this is a program"));
        files.put("script.sh", utf8("#!/bin/sh\nrm -rf /\n"));
        files.put("picture.png", utf8("\u0089PNG and then nothing"));
        files.put("utf16.xml", "<a>\uD800</a>".getBytes(StandardCharsets.UTF_16));
        files.put("one-byte", new byte[] {0});
        files.put("eicar.txt", utf8("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"));
    }

    private static byte[] many() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".xml"));
                zip.write('x');
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
