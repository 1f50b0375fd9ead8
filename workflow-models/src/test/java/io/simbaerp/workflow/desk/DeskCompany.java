package io.simbaerp.workflow.desk;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Makes companies with people who have desks, and tasks of the trial process about documents there are. */
@Component
class DeskCompany {

    static final Set<Duty> CODER =
            EnumSet.of(Duty.WORK_ON_TASK, Duty.CODE_INVOICE, Duty.BELONG_TO_COMPANY, Duty.VIEW_DOCUMENT);

    /** Reads documents and has a desk, but decides nothing there. */
    static final Set<Duty> READER = EnumSet.of(Duty.WORK_ON_TASK, Duty.BELONG_TO_COMPANY, Duty.VIEW_DOCUMENT);

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    KeepDocument keepDocument;

    @Autowired
    RegisterDocument registerDocument;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    TestCompany create() {
        TestCompany company = companies.create();
        company.run(() -> StandardRoles.all().forEach(defineRole::define));
        return company;
    }

    UUID person(TestCompany company, String role, String name) {
        return company.as(() -> registerUser.register(
                new UserDraft(role.charAt(0) + UUID.randomUUID().toString(), name, "password", "en", Set.of(role))));
    }

    UUID document(TestCompany company) {
        return company.as(() -> registerDocument
                .register(new RegistrationDraft(
                        keepDocument
                                .keep(new DocumentDraft(
                                        UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                                        "trial.xml",
                                        "application/xml",
                                        "upload",
                                        LocalDate.of(2026, 11, 20),
                                        null))
                                .document()
                                .id(),
                        DocumentKind.PLAIN,
                        "trial",
                        null,
                        List.of(),
                        null))
                .id()
                .value());
    }

    /** The task about the document that the trial process asks first: any coder's. */
    UUID task(TestCompany company, UUID document) {
        company.run(() -> runtime.createProcessInstanceByKey("EngineTrial")
                .processDefinitionWithoutTenantId()
                .businessKey(document.toString())
                .setVariable("subjectId", document.toString())
                .setVariable("documentId", document.toString())
                .execute());
        return company.inTransaction(() -> jdbc.sql("select id from task.task where document_id = ?")
                .param(document)
                .query(UUID.class)
                .single());
    }

    TestReader reader(TestCompany company, UUID person, Set<Duty> duties) {
        return TestReader.of(MockMvcBuilders.webAppContextSetup(context).build(), company, person, duties);
    }

    /** The ids REST lists. */
    static List<String> items(TestReader reader, String query) {
        return JsonPath.read(ok(reader, MockMvcRequestBuilders.get("/api/v1/tasks?" + query)), "$.items[*].id");
    }

    static String ok(TestReader reader, AbstractMockHttpServletRequestBuilder<?> request) {
        MockHttpServletResponse response = reader.ask(request);
        String text = text(response);
        if (response.getStatus() != 200) {
            throw new AssertionError(response.getStatus() + "\n" + text);
        }
        return text;
    }

    static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
