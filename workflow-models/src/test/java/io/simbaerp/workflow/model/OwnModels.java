package io.simbaerp.workflow.model;

import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.fresh.ProveAgain;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A company's own models, the whole way: proposed by one person, approved and deployed by another. */
@Component
public class OwnModels {

    static final String PASSWORD = "correct horse";

    @Autowired
    RegisterUser registerUser;

    @Autowired
    ProveAgain proveAgain;

    @Autowired
    ProposeModel propose;

    @Autowired
    DeployModel deploy;

    @Autowired
    ModelVersions versions;

    UUID person(TestCompany company) {
        return company.as(() ->
                registerUser.register(new UserDraft("m" + UUID.randomUUID(), "Somebody", PASSWORD, "en", Set.of())));
    }

    /** Deploys the model for the company, in force from today. */
    public UUID deploy(TestCompany company, String model) {
        UUID author = person(company);
        UUID approver = person(company);
        UUID version = company.asPerson(
                author, () -> propose.propose(new ModelDraft(model.getBytes(StandardCharsets.UTF_8), "A test", null)));
        company.asPerson(approver, () -> {
            proveAgain.prove(PASSWORD).require();
            deploy.deploy(version, versions.byId(version).contentHash());
            return true;
        });
        return version;
    }
}
