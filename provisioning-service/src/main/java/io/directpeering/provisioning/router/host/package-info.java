/// What routers have in common that are daemons on a host: a control socket ([ControlSocket]), commands where their
/// ports are ([Place]), keys that lie in a directory ([SessionKeys]), what the catalogue says about them
/// ([Settings], [SessionOptions]), and one writer at a time ([WriterLock]).
@NullMarked
package io.directpeering.provisioning.router.host;

import org.jspecify.annotations.NullMarked;
