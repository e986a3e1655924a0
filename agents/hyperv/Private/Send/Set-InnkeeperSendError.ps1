function Set-InnkeeperSendError {
    <#
    .SYNOPSIS
        Keeps the last error as the last one of sending: a later failed run replaces the last error, but says nothing about sending.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $State)
    $State['sendError'] = [ordered]@{
        text    = $State['lastError']
        at      = $State['lastErrorAt']
        livedMs = $State['livedMs']
        isOver  = $false
    }
}
