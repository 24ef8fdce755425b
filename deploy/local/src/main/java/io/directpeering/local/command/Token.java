package io.directpeering.local.command;

import java.util.concurrent.Callable;

import io.directpeering.local.Trouble;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Person;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.layout.Port;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Prints a token.
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description =
                "Print a bearer token of somebody, valid for a day: curl -H \"Authorization: Bearer $(./peering token peer-a)\" …")
public final class Token implements Callable<Integer> {

    @Parameters(
            paramLabel = "USER",
            description = "operator, approver, analyst, admin, peer-a (AS64496000) or peer-b (AS64496001)")
    private String user = "";

    @Override
    public Integer call() throws Exception {
        var layout = Here.layout();
        var person = Person.called(user)
                .orElseThrow(() -> new Trouble("There is nobody called '%s'. There are: %s."
                        .formatted(user, String.join(", ", Person.names()))));
        System.out.println(new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER)).of(person));
        return 0;
    }
}
