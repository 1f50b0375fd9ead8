package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.task.mail.MailAddresses;
import io.simbaerp.task.mail.MailSetup;
import java.util.UUID;

/** How the reader is told of what. */
@Query(Duty.BELONG_TO_COMPANY)
public class OwnNoticeSettings {

    private final SettingRows rows;
    private final MailAddresses addresses;
    private final MailSetup setup;
    private final CurrentActor currentActor;

    OwnNoticeSettings(SettingRows rows, MailAddresses addresses, MailSetup setup, CurrentActor currentActor) {
        this.rows = rows;
        this.addresses = addresses;
        this.setup = setup;
        this.currentActor = currentActor;
    }

    /** Of the person who reads; nobody else's are shown. */
    public NoticeSettings get() {
        UUID person = currentActor.actor().userId().orElseGet(() -> new UUID(0, 0));
        MailAddresses.Address address = addresses.of(person).orElse(null);
        return new NoticeSettings(
                rows.ways(person),
                rows.times(person),
                address == null ? null : address.address(),
                address != null && address.confirmed(),
                setup.ready());
    }
}
