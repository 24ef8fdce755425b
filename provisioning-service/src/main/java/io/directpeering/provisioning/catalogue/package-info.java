/// What the operator offers and what it is offered on: locations, facilities, edge routers, ports, session
/// addresses. One file, read once at start-up ([CatalogueFile]); a service with a catalogue that does not hold
/// together does not start ([CatalogueRules]).
@NullMarked
package io.directpeering.provisioning.catalogue;

import org.jspecify.annotations.NullMarked;
