function Read-InnkeeperStream {
    <#
    .SYNOPSIS
        Returns all bytes of a response; throws if there are more than the agent could ever need.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param (
        [Parameter(Mandatory)] [System.IO.Stream] $Stream,
        [Parameter(Mandatory)] [int] $MaxBytes
    )
    $all = [System.IO.MemoryStream]::new()
    $buffer = [byte[]]::new(16384)
    for (;;) {
        $count = $Stream.Read($buffer, 0, $buffer.Length)
        if ($count -le 0) { break }
        $all.Write($buffer, 0, $count)
        if ($all.Length -gt $MaxBytes) { throw "The response is longer than $MaxBytes bytes." }
    }
    # The comma keeps the array from being unrolled byte by byte.
    , $all.ToArray()
}
