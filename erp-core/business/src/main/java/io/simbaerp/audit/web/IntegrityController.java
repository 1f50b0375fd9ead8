package io.simbaerp.audit.web;

import io.simbaerp.audit.seal.SealTrail;
import io.simbaerp.audit.seal.TrailProof;
import io.simbaerp.audit.seal.VerifyTrail;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whether the trail is untouched: counted again whenever somebody looks. */
@Controller
@RequestMapping("/audit-trail/integrity")
class IntegrityController {

    private static final int SHOWN = 200;

    private final VerifyTrail verify;
    private final SealTrail seal;
    private final Formats formats;
    private final RuleTexts texts;

    IntegrityController(VerifyTrail verify, SealTrail seal, Formats formats, RuleTexts texts) {
        this.verify = verify;
        this.seal = seal;
        this.formats = formats;
        this.texts = texts;
    }

    /** A seal in the list. */
    record SealRow(int number, String at, String lines, String hash, boolean good) {}

    /** The page: newest seals first. */
    record IntegrityPage(
            boolean whole,
            List<String> findings,
            List<SealRow> seals,
            String waiting,
            String personal,
            String disposed) {}

    @GetMapping
    String show(Model model) {
        TrailProof proof = verify.verify();
        List<SealRow> rows = proof.seals().stream()
                .sorted((one, other) -> other.number() - one.number())
                .limit(SHOWN)
                .map(each -> new SealRow(
                        each.number(),
                        formats.instant(each.at()),
                        formats.number(each.lines()),
                        each.hash(),
                        each.good()))
                .toList();
        model.addAttribute(
                "proof",
                new IntegrityPage(
                        proof.whole(),
                        proof.findings().stream()
                                .map(each -> texts.message("audit.finding." + each.kind(), List.of(each.argument())))
                                .toList(),
                        rows,
                        formats.number(proof.waiting()),
                        formats.number(proof.personal()),
                        formats.number(proof.disposed())));
        return "audit/integrity";
    }

    @PostMapping
    String sealNow() {
        seal.seal();
        return "redirect:/audit-trail/integrity";
    }
}
