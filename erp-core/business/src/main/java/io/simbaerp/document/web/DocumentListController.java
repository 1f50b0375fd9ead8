package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.page.list.Lists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of documents. */
@Controller
@RequestMapping("/documents")
class DocumentListController {

    private final Lists lists;
    private final Permission permission;

    DocumentListController(Lists lists, Permission permission) {
        this.lists = lists;
        this.permission = permission;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("list", lists.page(DocumentListing.KEY, asked));
        model.addAttribute("mayUpload", permission.has(Duty.RECEIVE_DOCUMENT));
        return "document/list";
    }
}
