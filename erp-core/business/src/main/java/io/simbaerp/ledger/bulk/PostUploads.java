package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.Memberships;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Posts what uploads have left, chunk by chunk and as whoever brought them, with the duties held now. Several nodes may do
 * it at once, and one that was killed leaves nothing half done.
 */
@Component
public class PostUploads {

    private static final Logger LOG = LoggerFactory.getLogger(PostUploads.class);
    private static final String JOB = "entry-uploads";

    private final CompanyDirectory companies;
    private final EntryUploads uploads;
    private final PostUploadedChunk postChunk;
    private final StopUpload stopUpload;
    private final Memberships memberships;
    private final CurrentActor currentActor;

    PostUploads(
            CompanyDirectory companies,
            EntryUploads uploads,
            PostUploadedChunk postChunk,
            StopUpload stopUpload,
            Memberships memberships,
            CurrentActor currentActor) {
        this.companies = companies;
        this.uploads = uploads;
        this.postChunk = postChunk;
        this.stopUpload = stopUpload;
        this.memberships = memberships;
        this.currentActor = currentActor;
    }

    /** Through all companies. */
    public void run() {
        companies.all().forEach(this::run);
    }

    /** What waits in one company. */
    public void run(CompanyId company) {
        Acting job = Acting.system(JOB, company);
        for (EntryUploads.Upload upload : currentActor.as(job, uploads::waiting)) {
            try {
                Optional<Acting> person = memberships
                        .acting(upload.uploadedBy(), company)
                        .filter(acting -> acting.may(Duty.POST_JOURNAL_ENTRY));
                if (person.isPresent()) {
                    currentActor.run(person.get(), () -> post(upload.id()));
                } else {
                    currentActor.run(job, () -> stopUpload.stop(upload.id()));
                }
            } catch (RuntimeException e) {
                LOG.warn("The upload {} could not be posted further; the next run tries again", upload.id(), e);
            }
        }
    }

    /** By chunks that are halved when only the database refuses one, until the entry is alone. */
    private void post(UUID upload) {
        int size = EntryChunks.SIZE;
        boolean more = true;
        while (more) {
            try {
                more = postChunk.post(upload, size, null);
                size = Math.min(EntryChunks.SIZE, size * 2);
            } catch (RuleViolation refused) {
                more = alone(upload, size, refused);
                size = Math.max(1, size / 2);
            } catch (DataIntegrityViolationException refused) {
                if (size == 1) {
                    throw refused;
                }
                size /= 2;
            }
        }
    }

    private boolean alone(UUID upload, int size, @Nullable RuleViolation refused) {
        return size > 1 || postChunk.post(upload, 1, refused);
    }
}
