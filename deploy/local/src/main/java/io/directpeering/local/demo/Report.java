package io.directpeering.local.demo;

import java.util.List;

import io.directpeering.events.PeeringTransitioned;

/// What a demo that went well leaves to show.
///
/// @param peering id
public record Report(
        String peering, List<Timeline.Entry> timeline, List<Mails.Mail> mails, List<PeeringTransitioned> log) {}
