function Get-InnkeeperSendingSection {
    <#
    .SYNOPSIS
        Returns the section that reports the last error of sending: `failed` until an attempt succeeds, then `ok`. Null if there is none.
    .DESCRIPTION
        The operator at the server sees why reports were late. It is reported for as long as a snapshot that was pending then
        would be kept, by the same count of time: see Add-InnkeeperLife.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Setting,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State
    )
    $last = $State['sendError']
    if ($null -eq $last -or $State['livedMs'] - $last['livedMs'] -gt 86400000 * $Setting['spoolMaxDays']) { return }
    [ordered]@{
        name        = 'sending'
        status      = if ($last['isOver']) { 'ok' } else { 'failed' }
        collectedAt = $last['at']
        error       = $last['text']
    }
}
