package io.simbaerp.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person who signed in, in a session or by a token. It holds no duties: those are read per company and request. */
public final class SignedInUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String login;
    private final String displayName;
    private final String language;
    private @Nullable String passwordHash;

    SignedInUser(UUID id, String login, String displayName, String language, @Nullable String passwordHash) {
        this.id = id;
        this.login = login;
        this.displayName = displayName;
        this.language = language;
        this.passwordHash = passwordHash;
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** The language of pages and mails: en or pl. */
    public String language() {
        return language;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    /** Two sessions of one user count as the same principal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser user && user.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
