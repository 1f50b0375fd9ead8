package io.simbaerp.isolation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.setup.SetUpCompany;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.Treasury;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/**
 * One of two companies that hold the same: suppliers, numbers, files, accounts, tasks and runs in the same states. Only
 * what bears its mark is its own.
 */
final class Twin {

    static final String SAME_FILE = "The very same letter in both companies.\n";
    static final String SAME_KEY = "the-same-key-in-both";
    private static final List<String> PEOPLE = List.of("accountant", "manager", "director", "treasurer", "admin");
    private static final String SUPPLIER = "Wspólny Dostawca Sp. z o.o.";
    private static final String UNCONFIRMED = "Obcy Rachunek Sp. z o.o.";

    private final CompanyId id;
    private final String taxId;
    private final String mark;
    private final Simba simba;

    private Twin(CompanyId id, String taxId, String mark, Simba simba) {
        this.id = id;
        this.taxId = taxId;
        this.mark = mark;
        this.simba = simba;
    }

    /** The use cases that set a company up. */
    record Founding(SetUpCompany setUp, DefineRole defineRole, RegisterUser registerUser, CurrentActor currentActor) {}

    /** Founds it; people are called by its letter and their role, and one waits to be given every duty there is. */
    static Twin found(Founding founding, Simba simba, String letter, String taxId) {
        CompanyId id = new CompanyId(UUID.randomUUID());
        String mark = "Znak" + letter.toUpperCase(java.util.Locale.ROOT) + "qwzx";
        founding.currentActor().run(Acting.system("test", id), () -> {
            founding.setUp()
                    .setUp(
                            new CompanyDraft(
                                    mark + " Biuro Sp. z o.o.",
                                    mark + " Biuro",
                                    taxId,
                                    "PL",
                                    "ul. Bliźniacza 1",
                                    "80-001",
                                    "Gdańsk",
                                    CurrencyCode.PLN,
                                    ZoneId.of("Europe/Warsaw"),
                                    2025),
                            PEOPLE.stream()
                                    .map(role -> person(letter, role, Set.of(role)))
                                    .toList());
            founding.defineRole().define(new Role("everything", "Everything", "Wszystko", EnumSet.allOf(Duty.class)));
            founding.registerUser().register(person(letter, "everybody", Set.of()));
        });
        return new Twin(id, taxId, mark, simba.peopleOf(letter + "-"));
    }

    static UserDraft person(String letter, String role, Set<String> roles) {
        String login = letter + "-" + role;
        return new UserDraft(login, "Osoba " + role, login, "en", roles);
    }

    /** Fills it with what both have, and with what bears its mark. */
    void fill() {
        simba.as("treasurer")
                .post(
                        "/api/v1/bank-accounts",
                        Map.of("name", "Bieżący", "iban", "PL30109011020000000123456701", "currency", "PLN"))
                .expect(201);
        simba.as("accountant")
                .post(
                        "/api/v1/exchange-rates",
                        Map.of(
                                "currency",
                                "EUR",
                                "date",
                                "2026-11-13",
                                "mid",
                                "4.2512",
                                "table",
                                "220/A/NBP/2026",
                                "source",
                                "NBP"))
                .expect(201);
        pay();
        upload(SAME_FILE.getBytes(StandardCharsets.UTF_8), "letter.txt");
        upload("<Invoice><broken>".getBytes(StandardCharsets.UTF_8), "broken.xml");
        upload(zip(), "packed.zip");
        upload(("Only here: " + mark).getBytes(StandardCharsets.UTF_8), mark + ".txt");
        simba.as("accountant")
                .upload(("Under the key: " + mark).getBytes(StandardCharsets.UTF_8), "keyed.txt", SAME_KEY)
                .expect(201);
        approvalWaits();
        codingIsDrafted();
        PageUser accountant = session("accountant");
        accountant.post(
                "/lists/documents/views",
                Map.of(
                        "name", List.of("Widok " + mark),
                        "query", List.of("text=" + mark),
                        "shared", List.of("true")));
    }

    /** What somebody with every duty says once for the whole company. */
    void rule() {
        RestUser everybody = simba.as("everybody");
        everybody
                .put("/api/v1/working-calendar/days/2026-12-24", Map.of("works", false, "name", "Wigilia " + mark))
                .expect(204);
        everybody
                .put(
                        "/api/v1/working-calendar/week",
                        Map.of("country", "PL", "opens", "08:00", "closes", "16:00", "days", List.of("MONDAY")))
                .expect(200);
        everybody
                .put("/api/v1/account-cool-off", Map.of("firstDays", 0, "changeDays", 2))
                .expect(200);
        everybody
                .put(
                        "/api/v1/entry-drafts/" + UUID.randomUUID(),
                        Map.of("fields", Map.of("narration", List.of("Szkic wpisu " + mark))))
                .expect(200);
        everybody
                .post(
                        "/api/v1/rolling-limits",
                        Map.of(
                                "duty",
                                "APPROVE_INVOICE",
                                "persons",
                                "EACH",
                                "suppliers",
                                "TOGETHER",
                                "costCentres",
                                "TOGETHER",
                                "days",
                                30,
                                "amount",
                                Map.of("amount", "9000000.00", "currency", "PLN"),
                                "reason",
                                "Limit " + mark))
                .expect(201);
        everybody
                .post(
                        "/api/v1/controlled-documents",
                        Map.of("title", "Zasady " + mark, "kind", "POLICY", "body", "Tekst", "readers", List.of()))
                .expect(201);
        everybody
                .post(
                        "/api/v1/expense-claims",
                        Map.of("purpose", "Wyjazd " + mark, "firstDay", "2026-11-18", "lastDay", "2026-11-18"))
                .expect(201);
        everybody
                .post("/api/v1/time-rules", Map.of("act", "REMIND", "span", 2000))
                .expect(201);
        everybody
                .put(
                        "/api/v1/budgets",
                        Map.of(
                                "budgets",
                                List.of(Map.of(
                                        "costCentre",
                                        "200",
                                        "from",
                                        "2026-11",
                                        "to",
                                        "2026-11",
                                        "amount",
                                        Map.of("amount", "9000000.00", "currency", "PLN")))))
                .expect(200);
        String supplier = everybody
                .get("/api/v1/parties?text=Wsp")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        everybody
                .put("/api/v1/parties/" + supplier + "/risk", Map.of("risk", "HIGH", "reason", "Ryzyko " + mark))
                .expect(200);
        reportsToSomebody(everybody);
        isToldOfWork(everybody);
        new TwinRecords(this).make();
    }

    /** What one is told of, how, and up to which amount a link in a mail decides. */
    private void isToldOfWork(RestUser everybody) {
        everybody
                .put(
                        "/api/v1/notice-settings",
                        Map.of(
                                "ways",
                                Map.of("TASK", "NOTHING"),
                                "digestAt",
                                "07:15",
                                "quietFrom",
                                "20:00",
                                "quietUntil",
                                "06:00"))
                .expect(200);
        everybody.put("/api/v1/mail-limit", Map.of("amount", 321)).expect(200);
        String document = everybody
                .get("/api/v1/documents")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        everybody.post("/api/v1/documents/" + document + "/watch", Map.of()).expect(200);
    }

    private void reportsToSomebody(RestUser everybody) {
        JsonNode people = everybody.get("/api/v1/people").expect(200).body().path("items");
        everybody
                .put(
                        "/api/v1/part-time/" + people.get(1).path("id").asString(),
                        Map.of("opens", "08:00", "closes", "12:00", "days", List.of("MONDAY")))
                .expect(204);
        everybody
                .put(
                        "/api/v1/people/" + people.get(0).path("id").asString() + "/superior",
                        Map.of("superior", people.get(1).path("id").asString()))
                .expect(200);
    }

    private void pay() {
        Treasury treasury = new Treasury(simba);
        treasury.posted(invoice("TWIN/1", SUPPLIER, "9990077011", "Towar", "1000.00"));
        treasury.confirmAccounts("Wspólny");
        treasury.approved(treasury.propose("PLN"));
        treasury.posted(invoice("TWIN/2", SUPPLIER, "9990077011", "Towar", "2000.00"));
        treasury.posted(invoice("TWIN/3", UNCONFIRMED, "9990077022", "Towar " + mark, "300.00"));
        JsonNode waiting = treasury.propose("PLN");
        if (waiting.path("orders").isEmpty() || waiting.path("blocked").isEmpty()) {
            throw new AssertionError("The proposed run has no order or no blocked item: " + waiting);
        }
    }

    private void approvalWaits() {
        String document = simba.receive(invoice("TWIN/4", SUPPLIER, "9990077011", "Usługa", "400.00"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send", "comment", "Uwaga " + mark))
                .expect(200);
    }

    private void codingIsDrafted() {
        String xml = new String(
                        invoice("TWIN/5", mark + " Dostawca S.A.", "9990077033", "Usługa", "500.00")
                                .bytes(),
                        StandardCharsets.UTF_8)
                .replaceFirst("<cac:AccountingSupplierParty>", attachment() + "<cac:AccountingSupplierParty>");
        String document = upload(xml.getBytes(StandardCharsets.UTF_8), "with-file.xml");
        simba.runDueJobs();
        simba.answerQuestionsUntilCoding(document);
        String task = simba.taskOf("accountant", document).path("id").asString();
        simba.as("accountant")
                .post("/api/v1/tasks/" + task + "/claim", Map.of())
                .expect(200);
        PageUser.Answer kept =
                session("accountant").post("/tasks/" + task + "/draft", Map.of("comment", List.of("Szkic " + mark)));
        if (kept.status() != 200) {
            throw new AssertionError("The draft isn't kept: " + kept.text());
        }
    }

    private InvoiceXml invoice(String number, String supplier, String supplierTaxId, String line, String net) {
        return InvoiceXml.numbered(number)
                .to(taxId)
                .from(supplier, supplierTaxId)
                .line(line, net, "23");
    }

    private String upload(byte[] content, String fileName) {
        return simba.as("accountant").upload(content, fileName, "").expect(201).get("id");
    }

    private String attachment() {
        return "<cac:AdditionalDocumentReference><cbc:ID>Z-1</cbc:ID><cac:Attachment>"
                + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"text/csv\" filename=\"hours.csv\">"
                + Base64.getEncoder().encodeToString(("day;" + mark + "\n").getBytes(StandardCharsets.UTF_8))
                + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>";
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("one.txt", "two.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name + " of " + mark).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    CompanyId id() {
        return id;
    }

    String taxId() {
        return taxId;
    }

    /** A word that stands in this company's data and nowhere else. */
    String mark() {
        return mark;
    }

    Simba simba() {
        return simba;
    }

    RestUser rest(String person) {
        return simba.as(person);
    }

    PageUser session(String person) {
        String login = Character.toLowerCase(mark.charAt(4)) + "-" + person;
        return PageUser.signIn(simba.url(), login, login);
    }
}
