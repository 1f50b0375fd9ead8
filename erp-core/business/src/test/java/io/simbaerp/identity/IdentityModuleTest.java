package io.simbaerp.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class IdentityModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    IssueToken issueToken;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Memberships memberships;

    @Autowired
    SignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aUserHasTheDutiesOfTheirRolesInTheirCompanyAlone() {
        TestCompany ours = companies.create();
        TestCompany theirs = companies.create();
        UUID user = userOf(ours, Set.of(Duty.VIEW_LEDGER));

        assertThat(memberships.acting(user, ours.id()).orElseThrow().duties())
                .containsExactlyInAnyOrder(Duty.BELONG_TO_COMPANY, Duty.VIEW_LEDGER);
        assertThat(memberships.acting(user, theirs.id())).isEmpty();
        assertThat(memberships.acting(user, null).orElseThrow().company()).isEqualTo(ours.id());
    }

    @Test
    void passwordsAreKeptAsArgon2idHashes() {
        TestCompany ours = companies.create();
        String login = "u" + UUID.randomUUID();
        ours.as(() -> registerUser.register(new UserDraft(login, "Somebody", "secret", "en", Set.of())));
        assertThat(signIn.loadUserByUsername(login).getPassword()).startsWith("$argon2id$");
    }

    @Test
    void aTokenSignsItsOwnerInUntilItExpires() {
        TestCompany ours = companies.create();
        UUID user = userOf(ours, Set.of());
        IssuedToken token = ours.asPerson(user, () -> issueToken.issue(TokenDraft.forTrial()));

        assertThat(tokens.ownerOf(token.token()).orElseThrow().user().id()).isEqualTo(user);
        assertThat(tokens.ownerOf(token.token() + "x")).isEmpty();
        clock.advance(Duration.ofHours(13));
        try {
            assertThat(tokens.ownerOf(token.token())).isEmpty();
        } finally {
            clock.set(TestClock.START);
        }
        assertThat(jdbc.sql("select count(*) from identity.access_token where encode(sha256, 'escape') like '%simba_%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSignInNameIsGivenOnce() {
        TestCompany ours = companies.create();
        String login = "u" + UUID.randomUUID();
        ours.as(() -> registerUser.register(new UserDraft(login, "First", "secret", "en", Set.of())));
        assertThatThrownBy(() -> ours.as(
                        () -> registerUser.register(new UserDraft(login.toUpperCase(), "Second", "s", "en", Set.of()))))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("user.login-taken"));
    }

    /** Else a name could be tried to learn whether somebody of another company has it. */
    @Test
    void anAdministratorIsToldNothingOfTheNamesOfOtherCompanies() {
        TestCompany theirs = companies.create();
        String taken = "u" + UUID.randomUUID();
        theirs.as(() -> registerUser.register(new UserDraft(taken, "Theirs", "secret", "en", Set.of())));
        TestCompany ours = companies.create();

        String free = "u" + UUID.randomUUID();
        for (String wish : List.of(taken, taken, free)) {
            UUID user = ours.asPerson(
                    UUID.randomUUID(),
                    () -> registerUser.register(new UserDraft(wish, "Ours", "secret", "en", Set.of())));
            assertThat(jdbc.sql("select login from identity.user_account where id = ?")
                            .param(user)
                            .query(String.class)
                            .single())
                    .matches(Pattern.quote(wish) + "\\.[a-z2-9]{4}");
        }
    }

    private UUID userOf(TestCompany company, Set<Duty> duties) {
        String role = "r" + UUID.randomUUID();
        company.run(() -> defineRole.define(new Role(role, "Role", "Rola", duties)));
        return company.as(() -> registerUser.register(
                new UserDraft("u" + UUID.randomUUID(), "Somebody", "secret", "en", Set.of(role))));
    }
}
