package io.simbaerp.integration.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * Takes files out of the companies' inbox folders and their sub-folders, one for each document class. A file is taken once it stopped growing; when its original is safely
 * kept it moves to {@code .done}, and to {@code .failed} when it could not be kept at all.
 */
@Component
class InboxRoute extends RouteBuilder {

    static final String ROUTE = "inbox-folder";

    private final InboxReceipt receipt;
    private final String folder;
    private final boolean enabled;

    InboxRoute(
            InboxReceipt receipt,
            @Value("${simba.inbox:${simba.data}/inbox}") String folder,
            @Value("${simba.jobs.enabled:true}") boolean enabled) {
        this.receipt = receipt;
        this.folder = folder;
        this.enabled = enabled;
    }

    @Override
    public void configure() {
        from("file:" + UriUtils.encodePath(folder, StandardCharsets.UTF_8)
                        + "?recursive=true&minDepth=2&maxDepth=3&delay=1000&initialDelay=500&maxMessagesPerPoll=100"
                        + "&readLock=changed&readLockCheckInterval=500&readLockMinLength=0"
                        + "&move=${file:parent}/.done/${date:now:yyyyMMddHHmmssSSS}-${file:onlyname}"
                        + "&moveFailed=${file:parent}/.failed/${date:now:yyyyMMddHHmmssSSS}-${file:onlyname}")
                .routeId(ROUTE)
                .autoStartup(enabled)
                .bean(receipt, "receive");
    }
}
