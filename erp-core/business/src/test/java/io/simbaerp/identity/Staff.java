package io.simbaerp.identity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A company with the standard roles, and people who hold them. */
public final class Staff {

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    Memberships memberships;

    private TestCompany company;

    private Staff() {}

    public static Staff of(AutowireCapableBeanFactory beans) {
        Staff staff = new Staff();
        beans.autowireBean(staff);
        staff.company = staff.companies.create();
        staff.company.run(() -> StandardRoles.all().forEach(staff.defineRole::define));
        return staff;
    }

    public TestCompany company() {
        return company;
    }

    /** Somebody new who holds this role. */
    public UUID person(String role) {
        return company.as(() -> registerUser.register(
                new UserDraft("u" + UUID.randomUUID(), "Somebody " + role, "secret", "en", Set.of(role))));
    }

    /** As the person is, with the duties their roles give. */
    public Acting acting(UUID user) {
        return memberships.acting(user, company.id()).orElseThrow();
    }
}
