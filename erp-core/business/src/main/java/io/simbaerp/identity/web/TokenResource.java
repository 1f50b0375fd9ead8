package io.simbaerp.identity.web;

import io.simbaerp.identity.IssueToken;
import io.simbaerp.identity.IssuedToken;
import io.simbaerp.identity.TokenDraft;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/tokens}: a token for whoever proves who they are; by name and password in demo mode only. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenResource {

    private final IssueToken issueToken;

    TokenResource(IssueToken issueToken) {
        this.issueToken = issueToken;
    }

    @PostMapping
    ResponseEntity<IssuedToken> issue() {
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(issueToken.issue(TokenDraft.forTrial()));
    }
}
