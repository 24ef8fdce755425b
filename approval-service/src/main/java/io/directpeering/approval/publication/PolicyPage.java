package io.directpeering.approval.publication;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The policy as a page.
@CheckedTemplate(basePath = "")
final class PolicyPage {

    private PolicyPage() {}

    static native TemplateInstance policy(PolicyView policy);
}
