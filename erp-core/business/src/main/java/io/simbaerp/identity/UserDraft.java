package io.simbaerp.identity;

import java.util.Set;

/**
 * Somebody to be let in.
 *
 * @param password in the clear, for the moment it takes to hash it
 * @param language en or pl
 * @param roles codes of the roles held in the company acted for
 */
public record UserDraft(String login, String displayName, String password, String language, Set<String> roles) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "UserDraft[" + login + "]";
    }
}
