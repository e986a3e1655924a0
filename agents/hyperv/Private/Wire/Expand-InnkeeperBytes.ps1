function Expand-InnkeeperBytes {
    <#
    .SYNOPSIS
        Decompresses gzip bytes. Used only for the agent's own files.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)
    $plain = [System.IO.MemoryStream]::new()
    $gzip = [System.IO.Compression.GZipStream]::new([System.IO.MemoryStream]::new($Bytes), [System.IO.Compression.CompressionMode]::Decompress)
    try { $gzip.CopyTo($plain) }
    finally { $gzip.Dispose() }
    # The comma keeps the array from being unrolled byte by byte.
    , $plain.ToArray()
}
