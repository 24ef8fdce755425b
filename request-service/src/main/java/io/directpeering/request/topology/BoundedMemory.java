package io.directpeering.request.topology;

import java.util.Map;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// One bound on what all stores of the process take outside the heap; by default every store of every partition has
/// its own 50 MB of cache and 48 MB of buffers.
public final class BoundedMemory implements RocksDBConfigSetter {

    /// The buffers are in it.
    private static final long CACHE_BYTES = 96L << 20;

    /// Smaller ones are written out as so many small files that restoring waits for their compaction.
    private static final long BUFFER_BYTES = 64L << 20;

    /// A restore writes files faster than they can be merged and waits for it. A read looks into more of them instead,
    /// or rather into their filters.
    private static final int FILES_UNTIL_COMPACTION = 16;

    private static final Cache CACHE = new LRUCache(CACHE_BYTES, -1, false, 0.1);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig tables) {
            tables.setBlockCache(CACHE).setCacheIndexAndFilterBlocks(true).setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(tables);
        }
        options.setWriteBufferManager(BUFFERS);
        options.setLevel0FileNumCompactionTrigger(FILES_UNTIL_COMPACTION);
        options.setLevel0SlowdownWritesTrigger(6 * FILES_UNTIL_COMPACTION);
        options.setLevel0StopWritesTrigger(12 * FILES_UNTIL_COMPACTION);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and buffers belong to the process.
    }
}
