package io.simbaerp.audit.web;

import io.simbaerp.audit.integrity.ExportProof;
import io.simbaerp.audit.integrity.IntegrityProof;
import io.simbaerp.audit.integrity.IntegrityProof.Finding;
import io.simbaerp.audit.integrity.SealRecords;
import io.simbaerp.audit.integrity.VerifyRecords;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether anything recorded was changed since: counted again whenever somebody looks. */
@Controller
@RequestMapping("/audit-trail/integrity")
class IntegrityController {

    private static final int SHOWN = 200;

    private final VerifyRecords verify;
    private final SealRecords seal;
    private final ExportProof export;
    private final Formats formats;
    private final RuleTexts texts;

    IntegrityController(VerifyRecords verify, SealRecords seal, ExportProof export, Formats formats, RuleTexts texts) {
        this.verify = verify;
        this.seal = seal;
        this.export = export;
        this.formats = formats;
        this.texts = texts;
    }

    /** A block in the list. */
    record BlockRow(int number, String at, String leaves, String hash, boolean good) {}

    /** How many records of a kind there are. */
    record KindRow(String kind, String records, String waiting) {}

    /** The timestamp of a day; without an instant it is none. */
    record StampRow(String at, int block, String authority) {}

    /** Something that isn't as it was, with the record's id. */
    record FindingRow(String text, String record) {}

    /** The page: newest blocks first. */
    record IntegrityPage(
            boolean whole,
            List<FindingRow> findings,
            String more,
            List<BlockRow> blocks,
            List<KindRow> kinds,
            List<StampRow> stamps,
            String waiting,
            String personal,
            String disposed) {}

    @GetMapping
    String show(Model model) {
        IntegrityProof proof = verify.verify();
        int left = Math.max(0, proof.findings().size() - SHOWN);
        model.addAttribute(
                "proof",
                new IntegrityPage(
                        proof.whole(),
                        proof.findings().stream()
                                .limit(SHOWN)
                                .map(this::finding)
                                .toList(),
                        left == 0 ? "" : formats.number(left),
                        blocks(proof),
                        kinds(proof),
                        stamps(proof),
                        formats.number(proof.waiting()),
                        formats.number(proof.personal()),
                        formats.number(proof.disposed())));
        return "audit/integrity";
    }

    private FindingRow finding(Finding finding) {
        String record = finding.record() == null ? "" : texts.message("audit.leaf." + finding.record(), List.of());
        return new FindingRow(
                texts.message(
                        "audit.finding." + finding.kind(),
                        List.of(record, finding.number() == null ? "" : formats.number(finding.number()))),
                finding.id() == null ? "" : finding.id().toString());
    }

    private List<BlockRow> blocks(IntegrityProof proof) {
        return proof.blocks().stream()
                .sorted((one, other) -> other.number() - one.number())
                .limit(SHOWN)
                .map(each -> new BlockRow(
                        each.number(),
                        formats.instant(each.at()),
                        formats.number(each.leaves()),
                        each.hash(),
                        each.good()))
                .toList();
    }

    private List<KindRow> kinds(IntegrityProof proof) {
        return proof.kinds().stream()
                .filter(each -> each.records() > 0)
                .map(each -> new KindRow(
                        texts.message("audit.leaf." + each.kind(), List.of()),
                        formats.number(each.records()),
                        formats.number(each.waiting())))
                .toList();
    }

    private List<StampRow> stamps(IntegrityProof proof) {
        return proof.stamps().stream()
                .limit(SHOWN)
                .map(each -> new StampRow(
                        each.at() == null ? "" : formats.instant(each.at()), each.block(), each.authority()))
                .toList();
    }

    /** The log as a file that anybody checks without us. */
    @GetMapping("/proof")
    void proof(HttpServletResponse answer) throws IOException {
        ProofFile.send(export, answer);
    }

    @PostMapping
    String sealNow() {
        seal.seal();
        return "redirect:/audit-trail/integrity";
    }
}
