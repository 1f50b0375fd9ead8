package io.simbaerp.controlled;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.archive.KeepUpload;
import io.simbaerp.archive.StoredOriginal;
import io.simbaerp.identity.Colleagues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every draft has to keep to, and where its file goes. */
@Component
class Texts {

    private static final int LONGEST_NAME = 200;

    private final KeepUpload keepUpload;
    private final Colleagues colleagues;

    Texts(KeepUpload keepUpload, Colleagues colleagues) {
        this.keepUpload = keepUpload;
        this.colleagues = colleagues;
    }

    /**
     * The file of the draft, kept in the archive; the one of before where neither text nor file is given.
     *
     * @throws RuleViolation controlled.text-missing, controlled.reader-unknown, original.empty, original.too-large,
     *     original.program
     */
    VersionView.@Nullable FileView file(ControlledDraft draft, VersionView.@Nullable FileView before) {
        List<String> roles =
                colleagues.roles().stream().map(Colleagues.RoleName::code).toList();
        draft.readers().stream()
                .filter(role -> !roles.contains(role))
                .findFirst()
                .ifPresent(role -> {
                    throw RuleViolation.ofField("readers", "controlled.reader-unknown", role);
                });
        if (draft.body() != null) {
            return null;
        }
        ControlledDraft.File file = draft.file();
        if (file == null) {
            if (before == null) {
                throw RuleViolation.ofField("body", "controlled.text-missing");
            }
            return before;
        }
        String name = name(file.name());
        StoredOriginal stored = keepUpload.keep(name, file.content(), "file");
        return new VersionView.FileView(name, stored.sha256(), stored.size());
    }

    private static String name(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            return "document";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
