package app.maru.identity;

import java.util.List;

import org.springframework.stereotype.Component;

/** Accounts and tokens. */
@Component
class AccountData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.kept("profiles", "id"),
            Holding.erased("staff", "profile_id").hiding("password_hash"),
            Holding.kept("auth_tokens", "created_by").hiding("token_hash"),
            Holding.kept("auth_tokens", "revoked_by").hiding("token_hash"),
            Holding.erasedByAddress("auth_first_admin_links", "email").hiding("token_hash"));
    }
}
