package io.simbaerp.identity;

import io.simbaerp.architecture.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who wants to sign in. Reads the accounts, which stand before the wall of the companies. */
@Component
public class SignIn implements UserDetailsService {

    private static final String SELECT =
            "select id, login, display_name, language, password_hash from identity.user_account where active and ";

    private final JdbcClient jdbc;

    SignIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UsernameNotFoundException which the chain never tells apart from a wrong password */
    @Override
    public SignedInUser loadUserByUsername(String login) {
        return jdbc.sql(SELECT + "login = :login")
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query(SignIn::user)
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("sign-in.refused"));
    }

    /** The active user whose token has this hash and is still good at the moment, and what they may do then. */
    Optional<TokenOwner> byToken(byte[] sha256, Instant moment) {
        return jdbc.sql("""
                        select u.id, u.login, u.display_name, u.language, u.password_hash, t.id as token,
                               t.only_company, a.company_id, a.duties
                          from identity.access_token t join identity.user_account u on u.id = t.user_id and u.active
                          left join lateral identity.acting_for(u.id, t.only_company, :moment) a on true
                         where t.sha256 = :sha256 and t.expires_at > :moment""")
                .param("sha256", sha256)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(SignIn::owner)
                .optional();
    }

    private static TokenOwner owner(ResultSet row, int n) throws SQLException {
        UUID only = row.getObject("only_company", UUID.class);
        UUID company = row.getObject("company_id", UUID.class);
        SignedInUser user = user(row, n);
        return new TokenOwner(
                row.getObject("token", UUID.class),
                user,
                only == null ? null : new CompanyId(only),
                company == null
                        ? null
                        : Memberships.acting(user.id(), new CompanyId(company), (String[])
                                row.getArray("duties").getArray()));
    }

    /** Whether there is anybody at all; a system without users asks for its first administrator. */
    public boolean anybodyExists() {
        return jdbc.sql("select exists (select from identity.user_account)")
                .query(Boolean.class)
                .single();
    }

    private static SignedInUser user(ResultSet row, int n) throws SQLException {
        return new SignedInUser(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("language"),
                row.getString("password_hash"));
    }
}
