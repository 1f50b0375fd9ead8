package io.simbaerp.workflow.desk;

import static io.simbaerp.workflow.desk.DeskCompany.CODER;
import static io.simbaerp.workflow.desk.DeskCompany.ok;
import static io.simbaerp.workflow.desk.DeskCompany.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several tasks are taken at once: what will happen to each is shown before, what came of each after. */
@ModuleTest
class SeveralTasksModuleTest {

    @Autowired
    DeskCompany desk;

    @Test
    void whatIsFreeIsTakenAndTheRestSaysWhyNot() {
        TestCompany company = desk.create();
        TestReader anna = desk.reader(company, desk.person(company, "accountant", "Anna"), CODER);
        TestReader jan = desk.reader(company, desk.person(company, "accountant", "Jan"), CODER);
        UUID free = desk.task(company, desk.document(company));
        UUID taken = desk.task(company, desk.document(company));
        ok(jan, post("/api/v1/tasks/" + taken + "/claim"));

        assertThat(claimed(anna, "", free, taken))
                .contains("1 of 2 can be done", "will be yours", "Somebody else has taken this task")
                .contains("name=\"ids\" value=\"" + free)
                .doesNotContain("name=\"ids\" value=\"" + taken);
        assertThat(claimed(anna, "", free, taken)).as("only shown").contains("1 of 2 can be done");
        assertThat(claimed(anna, "/run", free, taken))
                .contains("1 of 2 done", "is-good", "is-bad", "Somebody else has taken this task");
        assertThat(claimed(jan, "", free, taken)).as("it was done").contains("0 of 2 can be done");
    }

    private static String claimed(TestReader reader, String run, UUID... tasks) {
        var request = post("/lists/tasks/bulk/claim" + run);
        for (UUID task : tasks) {
            request = request.param("ids", task.toString());
        }
        return text(reader.ask(request));
    }
}
