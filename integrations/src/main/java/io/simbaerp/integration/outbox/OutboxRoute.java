package io.simbaerp.integration.outbox;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.CompanyDirectory;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Every few seconds delivers what waits in the outbox, company by company. */
@Component
class OutboxRoute extends RouteBuilder {

    static final String ROUTE = "outbox-folder";
    static final String FOLDER = "direct:outbox-folder";

    private final DeliverOutbox deliverOutbox;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;
    private final String folder;
    private final boolean enabled;

    OutboxRoute(
            DeliverOutbox deliverOutbox,
            CompanyDirectory directory,
            CurrentActor currentActor,
            @Value("${simba.outbox:${simba.data}/outbox}") String folder,
            @Value("${simba.jobs.enabled:true}") boolean enabled) {
        this.deliverOutbox = deliverOutbox;
        this.directory = directory;
        this.currentActor = currentActor;
        this.folder = folder;
        this.enabled = enabled;
    }

    @Override
    public void configure() {
        from("timer:outbox?period=2000&delay=2000")
                .routeId(ROUTE)
                .autoStartup(enabled)
                .process(exchange -> directory.all().forEach(this::deliver));
        from(FOLDER)
                .routeId("outbox-folder-write")
                .errorHandler(noErrorHandler())
                .to("file:" + UriUtils.encodePath(folder, StandardCharsets.UTF_8)
                        + "?fileExist=Override&tempFileName=${file:onlyname}.part");
    }

    private void deliver(CompanyId company) {
        currentActor.run(
                new Acting(Actor.route(ROUTE), company, Set.of(Duty.OPERATE_CONNECTOR)), deliverOutbox::deliver);
    }
}
