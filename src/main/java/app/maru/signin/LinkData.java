package app.maru.signin;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Links and codes that were mailed. */
@Component
class LinkData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.erasedByAddress("auth_magic_links", "email").hiding("token"),
            Holding.erasedByAddress("auth_otp_codes", "target").hiding("code_hash", "asked_by"));
    }
}
