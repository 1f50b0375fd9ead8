package io.simbaerp.identity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token signs in, and how far it reaches. It never reaches further than the owner's duties, which are read anew
 * for every request.
 *
 * @param onlyCompany the one company it opens; null for all of its owner's
 * @param acting its owner, acting for that company or else for their first; null where no role is held
 */
public record TokenOwner(
        UUID token,
        SignedInUser user,
        @Nullable CompanyId onlyCompany,
        @Nullable Acting acting) {

    public boolean opens(CompanyId company) {
        return onlyCompany == null || onlyCompany.equals(company);
    }
}
