function Limit-InnkeeperBody {
    <#
    .SYNOPSIS
        Takes out of a snapshot that is too large what guests and people may write at any length, and says so in a section.
    .DESCRIPTION
        The server would refuse it whole, and with it all that it says of the host. Left out are the guests' items of their own;
        notes are cut to 256 characters.
    #>
    [CmdletBinding()]
    param ([Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Body)
    foreach ($vm in $Body['vms']) {
        if ($null -ne $vm['guest']) { $vm['guest'].Remove('items') }
        if ($null -ne $vm['notes']) { $vm['notes'] = Limit-InnkeeperText $vm['notes'] 256 }
    }
    $Body['sections'] = @($Body['sections']) + [ordered]@{
        name       = 'size'
        status     = 'partial'
        durationMs = [long] 0
        error      = 'The snapshot was larger than the server takes: the guests'' own items were left out, notes were cut to 256 characters.'
    }
}
