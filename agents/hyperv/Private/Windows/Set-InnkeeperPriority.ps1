function Set-InnkeeperPriority {
    <#
    .SYNOPSIS
        Steps back behind the VMs: this process works below normal priority.
    #>
    [CmdletBinding()]
    param ()
    [System.Diagnostics.Process]::GetCurrentProcess().PriorityClass = [System.Diagnostics.ProcessPriorityClass]::BelowNormal
}
