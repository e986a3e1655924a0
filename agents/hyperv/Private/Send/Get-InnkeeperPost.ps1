function Get-InnkeeperPost {
    <#
    .SYNOPSIS
        Returns the bytes of one attempt: the spooled snapshot with the time of this attempt. Null if the file is damaged.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [hashtable] $Waiting)
    try { $plain = Expand-InnkeeperBytes ([System.IO.File]::ReadAllBytes($Waiting.file)) }
    catch [System.Management.Automation.MethodInvocationException] {
        if ($_.Exception.GetBaseException() -is [System.IO.InvalidDataException]) { return $null }
        throw
    }
    $text = [System.Text.Encoding]::UTF8.GetString($plain)
    if (-not $text.StartsWith('{"', 'Ordinal') -or -not $text.EndsWith('}', 'Ordinal')) { return $null }
    $sentAt = ConvertTo-InnkeeperTime (Get-InnkeeperTime)
    $post = '{"sentAt":"' + $sentAt + '",' + $text.Substring(1)
    # The comma keeps the array from being unrolled byte by byte.
    , (Compress-InnkeeperBytes ([System.Text.UTF8Encoding]::new($false).GetBytes($post)))
}
