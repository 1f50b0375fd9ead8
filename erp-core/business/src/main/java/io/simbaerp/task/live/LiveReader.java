package io.simbaerp.task.live;

import io.simbaerp.architecture.CompanyId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who listens, as it was when they began: what they may do is asked anew each time.
 *
 * @param onBehalfOf for whom they act, if for anybody
 * @param session the id of their session, or null where there is none
 */
public record LiveReader(
        UUID person,
        CompanyId company,
        @Nullable UUID onBehalfOf,
        @Nullable String session,
        Locale language) {}
