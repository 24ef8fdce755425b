/// The tables for analysts as Parquet files: [Export] is the command, [Snapshot] what is read, [Parquet] what is
/// written, [Folder] how the files come to be there all at once.
@NullMarked
package io.directpeering.analytics;

import org.jspecify.annotations.NullMarked;
