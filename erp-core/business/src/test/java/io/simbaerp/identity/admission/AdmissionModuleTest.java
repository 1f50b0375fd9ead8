package io.simbaerp.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.SignIn;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Codes by which people come into a company, and what they are not good for. */
@ModuleTest
class AdmissionModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    MakeAdmissionCode makeAdmissionCode;

    @Autowired
    AdmitUser admitUser;

    @Autowired
    LetPersonIn letPersonIn;

    @Autowired
    MakeFirstCode makeFirstCode;

    @Autowired
    FirstSignIn firstSignIn;

    @Autowired
    Memberships memberships;

    @Autowired
    SignIn signIn;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private TestCompany home;
    private TestCompany other;
    private UUID person;

    @BeforeEach
    void companies() {
        home = company();
        other = company();
        person = home.as(() -> registerUser.register(draft("u" + UUID.randomUUID(), "secret")));
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void aCodeAdmitsOnceHoweverItIsTypedAndLeavesTheRestAlone() {
        IssuedCode code = code();
        assertThat(code.code()).matches("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}");
        assertThat(code.toString()).doesNotContain(code.code());
        assertThat(memberships.acting(person, other.id())).isEmpty();
        String typed = code.code().toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(other.as(() -> admitUser.admit(typed, "manager"))).isEqualTo(person);
        assertThat(memberships.acting(person, other.id())).isPresent();
        assertThat(memberships.acting(person, home.id())).isPresent();
        assertThat(refusal(() -> other.as(() -> admitUser.admit(code.code(), "manager"))))
                .as("used")
                .isEqualTo("user.code-unknown");
    }

    @Test
    void whatIsWrongOverOrReplacedIsAnsweredAlike() {
        IssuedCode first = code();
        IssuedCode second = code();
        clock.advance(Duration.ofMinutes(14));
        for (String wrong : new String[] {"", null, "AAAA-AAAA-AAAA-AAAA", first.code(), "u" + person}) {
            assertThat(refusal(() -> other.as(() -> admitUser.admit(wrong, "manager"))))
                    .isEqualTo("user.code-unknown");
        }
        assertThatThrownBy(() -> other.as(() -> admitUser.admit(second.code(), "nobody")))
                .isInstanceOf(NotFound.class);
        clock.advance(Duration.ofMinutes(2));
        assertThat(refusal(() -> other.as(() -> admitUser.admit(second.code(), "manager"))))
                .as("over")
                .isEqualTo("user.code-unknown");
        assertThat(jdbc.sql("select count(*) from identity.personal_code c where c::text like ?")
                        .param("%" + second.code().replace("-", "") + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void somebodyNewChoosesAPasswordNobodyElseKnows() {
        String login = "n" + UUID.randomUUID();
        IssuedCode lost = home.as(() -> letPersonIn.letIn(draft(login, "")));
        IssuedCode code = home.as(() -> makeFirstCode.make(lost.user()));
        assertThatThrownBy(() -> other.as(() -> makeFirstCode.make(lost.user())))
                .as("another company's newcomer")
                .isInstanceOf(NotFound.class);
        assertThat(refusal(() -> firstSignIn.choose(lost.code(), "long enough now")))
                .isEqualTo("user.code-unknown");
        assertThat(refusal(() -> firstSignIn.choose(code.code(), "short"))).isEqualTo("user.password-too-short");
        assertThat(refusal(() -> firstSignIn.choose(code.code(), "x".repeat(201))))
                .isEqualTo("user.password-too-long");
        assertThat(refusal(() -> other.as(() -> admitUser.admit(code.code(), "manager"))))
                .as("it is good for the password only")
                .isEqualTo("user.code-unknown");
        firstSignIn.choose(code.code(), "a password of one's own");
        assertThat(passwords.matches(
                        "a password of one's own",
                        signIn.loadUserByUsername(login).getPassword()))
                .isTrue();
        assertThat(refusal(() -> firstSignIn.choose(code.code(), "another password")))
                .isEqualTo("user.code-unknown");
        assertThatThrownBy(() -> home.as(() -> makeFirstCode.make(lost.user())))
                .as("a password that was chosen is nobody else's to replace")
                .isInstanceOf(NotFound.class);
    }

    private TestCompany company() {
        TestCompany company = companies.create();
        company.run(() -> StandardRoles.all().forEach(defineRole::define));
        return company;
    }

    private IssuedCode code() {
        Acting acting = memberships.acting(person, home.id()).orElseThrow();
        return home.currentActor().as(acting, makeAdmissionCode::make);
    }

    private static UserDraft draft(String login, String password) {
        return new UserDraft(login, "Somebody", password, "en", Set.of("accountant"));
    }

    private static @Nullable String refusal(Runnable act) {
        try {
            act.run();
            return null;
        } catch (RuleViolation refused) {
            return refused.rule();
        }
    }
}
