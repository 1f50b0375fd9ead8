package io.simbaerp.integration.outbox;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.integration.folder.FolderRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Every few seconds delivers what waits in the outbox, company by company. */
@Component
class OutboxRoute extends RouteBuilder {

    static final String ROUTE = "outbox-folder";
    static final String FOLDER = "direct:outbox-folder";

    /** Under which company and name a message is to lie; Camel's own header is dropped at every entrance. */
    static final String NAME = "name-below-outbox";

    private final DeliverOutbox deliverOutbox;
    private final CompanyDirectory directory;
    private final CurrentActor currentActor;
    private final String folder;
    private final FolderRoot root;
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
        this.root = new FolderRoot(folder);
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
                .process(this::place)
                .to("file:" + UriUtils.encodePath(folder, StandardCharsets.UTF_8)
                        + "?fileExist=Override&tempFileName=${file:onlyname}.part");
    }

    /** Camel would compute a name that holds an expression. */
    private void place(Exchange exchange) throws IOException {
        String name = exchange.getMessage().getHeader(NAME, String.class);
        if (name == null || name.indexOf('$') >= 0) {
            throw new IOException("A file of the outbox has a name, and no $ in it");
        }
        exchange.getMessage().setHeader(Exchange.FILE_NAME, root.relative(name));
    }

    private void deliver(CompanyId company) {
        currentActor.run(
                new Acting(Actor.route(ROUTE), company, Set.of(Duty.OPERATE_CONNECTOR)), deliverOutbox::deliver);
    }
}
